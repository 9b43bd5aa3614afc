import { start } from './watchdog.mjs';

start(process.ppid);
