/**
 * Stands in for `@vscode/native-watchdog`, and is loaded into the server itself: ends this process once the one that
 * started it is gone, so that a killed test leaves nothing behind.
 */
export function start(parent) {
  const timer = setInterval(() => {
    try {
      process.kill(parent, 0);
    } catch {
      process.exit(87);
    }
  }, 1000);
  timer.unref();
}
