using LiveFeed.BrowserTests.Browser;

namespace LiveFeed.BrowserTests.Pages;

/// <summary>Checks that everything on a screen is fully visible.</summary>
internal static class DisplayFit
{
    private const string CutOff =
        """
        () => {
          const root = document.documentElement;
          const texts = [...document.querySelectorAll(".name, .strip, .court-name, .words, .body")];
          const cut = texts.filter((text) => text.scrollWidth > text.clientWidth + 1 || text.scrollHeight > text.clientHeight + 1);
          const outside = [...document.querySelectorAll(".court :is(.points, .won, .name)")].filter((part) => {
            const [box, court] = [part.getBoundingClientRect(), part.closest(".court").getBoundingClientRect()];
            return box.left < court.left - 1 || box.right > court.right + 1 || box.top < court.top - 1 || box.bottom > court.bottom + 1;
          });
          const scrolls = root.scrollHeight > innerHeight || document.body.scrollHeight > innerHeight ? ["the page scrolls"] : [];
          return [...scrolls, ...[...cut, ...outside].map((part) => `${part.className}: ${part.textContent}`)];
        }
        """;

    public static async Task AssertAsync(ViewedPage viewed) => Assert.Empty(await viewed.Page.EvaluateAsync<string[]>(CutOff));
}
