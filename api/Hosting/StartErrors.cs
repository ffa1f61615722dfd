using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace LiveFeed.Api.Hosting;

/// <summary>Describes in one line why the program can't start, if the reason is outside it.</summary>
internal static class StartErrors
{
    /// <summary>Runs a program, or the start of one. Writes to standard error why it can't start.</summary>
    /// <returns>The program's exit code; 1 if it can't start.</returns>
    public static async Task<int> ReportAsync(Func<Task<int>> program)
    {
        try
        {
            return await program();
        }
        catch (Exception exception) when (Describe(exception) is { } line)
        {
            await Console.Error.WriteLineAsync($"livefeed: {line}");
            return 1;
        }
    }

    /// <summary>Returns the line, with the setting or file and what to do; null if the exception is a bug.</summary>
    public static string? Describe(Exception exception) => exception switch
    {
        StartException start => start.Message,
        OptionsValidationException options => string.Join(" ", options.Failures),
        IOException { InnerException: AddressInUseException } inUse => $"{inUse.Message} Stop the program that listens there, or listen elsewhere: --urls or ASPNETCORE_URLS.",
        // The configuration binder: a value of another form.
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder", InnerException: not null } value => $"{value.Message} {value.InnerException!.Message}",
        AggregateException { InnerExceptions: [var only] } => Describe(only),
        _ => null,
    };
}
