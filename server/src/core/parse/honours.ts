/** Letters of an office or an honour behind somebody's name: alternatives of a regular expression. */
export const HONOURS = 'MP|MSP|MEP|MLA|TD|QC|KC|SC|LJ|OBE|MBE|CBE|MD|RN|JP';
