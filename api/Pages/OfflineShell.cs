using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.FileProviders;

namespace LiveFeed.Api.Pages;

/// <summary>
/// The service worker of the scorekeeper's page, which opens without a network. It names each file that the page is made of with its
/// hash: so a browser notices by the worker's bytes that one of them changed, and takes all of a version or none of it.
/// </summary>
internal static class OfflineShell
{
    /// <summary>The page, by the address at which it is served; it is the same file for every event.</summary>
    private const string PageAddress = "score/";

    private const string PageFile = "pages/score.html";

    // Whatever a page could share is in; what is another page's own is not, so that a change there is no new version here.
    private static readonly (string Folder, Func<string, bool> Takes)[] Folders =
    [
        ("", name => name is "livefeed.js" or "favicon.svg" or "manifest.webmanifest"),
        ("css", name => name.EndsWith(".css", StringComparison.Ordinal)),
        ("css/pages", name => name is "score.css"),
        ("icons", name => name.EndsWith(".svg", StringComparison.Ordinal)),
        ("js", name => name.EndsWith(".js", StringComparison.Ordinal) && (name is "score-page.js" || !name.EndsWith("-page.js", StringComparison.Ordinal))),
        ("js/client", name => name.EndsWith(".js", StringComparison.Ordinal)),
        ("js/score", name => name.EndsWith(".js", StringComparison.Ordinal)),
    ];

    public static void MapOfflineShell(this IEndpointRouteBuilder app) =>
        app.MapMethods("/sw.js", PageEndpoints.Reading, (HttpContext context, IWebHostEnvironment site) =>
        {
            PageHeaders.Set(context.Response.Headers);
            return Results.Text(Worker(site.WebRootFileProvider), "text/javascript; charset=utf-8");
        }).ExcludeFromDescription();

    private static string Worker(IFileProvider files)
    {
        var assets = new SortedDictionary<string, string>(StringComparer.Ordinal) { [PageAddress] = Hash(files.GetFileInfo(PageFile)) };
        foreach (var (folder, takes) in Folders)
        {
            foreach (var file in files.GetDirectoryContents(folder).Where(file => !file.IsDirectory && takes(file.Name)))
                assets[folder.Length == 0 ? file.Name : $"{folder}/{file.Name}"] = Hash(file);
        }

        var shell = JsonSerializer.Serialize(assets);
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shell)))[..16];
        return $$"""
            // Made by the server from what the page is made of.
            import { openShell } from "./js/score/worker.js";
            openShell("{{version}}", {{shell}});

            """;
    }

    private static string Hash(IFileInfo file)
    {
        using var stream = file.CreateReadStream();
        return "sha256-" + Convert.ToBase64String(SHA256.HashData(stream));
    }
}
