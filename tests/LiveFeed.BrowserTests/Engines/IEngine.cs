namespace LiveFeed.BrowserTests.Engines;

/// <summary>A browser with another engine than Chromium's.</summary>
internal interface IEngine
{
    /// <summary>Opens a window that shares no cookies and no storage with others.</summary>
    /// <param name="site">The server's address.</param>
    /// <param name="path">The page to open.</param>
    /// <param name="width">See <see cref="EnginePage.ResizeAsync"/>.</param>
    Task<EnginePage> OpenAsync(Uri site, string path, int width);
}
