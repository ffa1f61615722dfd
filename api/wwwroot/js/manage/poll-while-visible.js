/** Runs something at once and then repeatedly while the page is visible, between `begin` and `end`. */
export function pollWhileVisible(act, every) {
  let timer = 0;
  const again = () => document.visibilityState === "visible" && act();
  return {
    begin() {
      clearInterval(timer);
      timer = setInterval(again, every);
      document.addEventListener("visibilitychange", again);
      act();
    },
    end() {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", again);
    },
  };
}
