using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LiveFeed.Api.Http;
using Microsoft.Extensions.FileProviders;

namespace LiveFeed.Api.Pages;

/// <summary>
/// The service worker of the scorekeeper's page, which opens without a network. It names each file of the page with the file's hash. So the
/// worker's bytes change if one of the files changes, and a browser takes all files of a version or none of them.
/// </summary>
internal static class OfflineShell
{
    /// <summary>The page, by the address at which it is served; it is the same file for every event.</summary>
    private const string PageAddress = "score/";

    private const string PageFile = "pages/score.html";

    // Everything that pages could share is in. What belongs to another page is not, so that a change there makes no new version here.
    private static readonly (string Folder, Func<string, bool> Takes)[] Folders =
    [
        ("", name => name is "livefeed.js" or "favicon.svg" or "manifest.webmanifest"),
        ("css", name => name.EndsWith(".css", StringComparison.Ordinal)),
        ("css/pages", name => name is "score.css"),
        ("icons", name => name.EndsWith(".svg", StringComparison.Ordinal)),
        ("js/pages", name => name is "score.js"),
        ("js/shared", name => name.EndsWith(".js", StringComparison.Ordinal)),
        ("js/client", name => name.EndsWith(".js", StringComparison.Ordinal)),
        ("js/scoring", name => name.EndsWith(".js", StringComparison.Ordinal)),
        ("js/texts/en", name => name is "shared.js" or "scoring.js" or "incidents.js"),
    ];

    public static void MapOfflineShell(this IEndpointRouteBuilder app)
    {
        var making = new Lock();
        GeneratedWorker? made = null;
        app.MapMethods("/sw.js", PageEndpoints.Reading, (HttpContext context, IWebHostEnvironment site) =>
        {
            var worker = Current(site.WebRootFileProvider);
            PageHeaders.SetForFile(context.Response.Headers, isPart: false);
            if (ResponseCaching.IsUnchanged(context, worker.ETag))
                return Results.StatusCode(StatusCodes.Status304NotModified);
            context.Response.Headers.ETag = worker.ETag;
            return Results.Bytes(worker.Script, "text/javascript; charset=utf-8");
        }).ExcludeFromDescription();

        // Checking the files' times is cheap and, unlike watching the files, never late. Reading all of them is not cheap.
        GeneratedWorker Current(IFileProvider site)
        {
            var files = Files(site);
            var state = string.Join('\n', files.Select(file => $"{file.Key} {PageEndpoints.ETag(file.Value)}"));
            lock (making)
                return made?.State == state ? made : made = Make(state, files);
        }
    }

    private static SortedDictionary<string, IFileInfo> Files(IFileProvider site)
    {
        var found = new SortedDictionary<string, IFileInfo>(StringComparer.Ordinal) { [PageAddress] = site.GetFileInfo(PageFile) };
        foreach (var (folder, takes) in Folders)
        {
            foreach (var file in site.GetDirectoryContents(folder).Where(file => !file.IsDirectory && takes(file.Name)))
                found[folder.Length == 0 ? file.Name : $"{folder}/{file.Name}"] = file;
        }

        return found;
    }

    private static GeneratedWorker Make(string state, SortedDictionary<string, IFileInfo> files)
    {
        var shell = JsonSerializer.Serialize(files.ToDictionary(file => file.Key, file => Hash(file.Value)));
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shell)))[..16];
        var script = Encoding.UTF8.GetBytes($$"""
            // Made by the server from what the page is made of.
            import { openShell } from "./js/scoring/worker.js";
            openShell("{{version}}", {{shell}});

            """);
        return new GeneratedWorker(state, script, $"\"{ApiJson.Tag(script)}\"");
    }

    private static string Hash(IFileInfo file)
    {
        using var stream = file.CreateReadStream();
        return "sha256-" + Convert.ToBase64String(SHA256.HashData(stream));
    }

    /// <summary>The worker, and the state of the files from which it was made.</summary>
    private sealed record GeneratedWorker(string State, byte[] Script, string ETag);
}
