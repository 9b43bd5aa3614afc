#!/usr/bin/env node
/**
 * Stands in for the `code` that `@vscode/test-electron` starts: takes its flags, runs the tests in VS Code's server with
 * its workbench in a browser without a window, and ends with their status. Needs no display and runs as root.
 */
import { register } from 'tsx/esm/api';

register();
const { runCode } = await import('./code.ts');
process.exit(await runCode(process.argv.slice(2)));
