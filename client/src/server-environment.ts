/**
 * What the process of the server is told of memory. Workers hold parcels of many megabytes while they read an archive; of blocks
 * from a megabyte on, glibc then gives each back to the system when it is freed. By itself it raises that limit to
 * 32 MB with the first such block, and some 200 MB of 100,000 articles stay with the process for good. Other allocators ignore it.
 */
export const serverEnvironment: Readonly<Record<string, string>> = { MALLOC_MMAP_THRESHOLD_: '1048576' };
