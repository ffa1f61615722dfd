namespace LiveFeed.Api.Schedules;

/// <summary>A preview of an upload: what the file would change in the schedule, or what is wrong with the file.</summary>
/// <param name="Format">The file's format; null if it can't be detected.</param>
/// <param name="Schedule">The body for the PUT, with the same mode; null if the file has errors.</param>
/// <param name="Version">The ETag of the schedule with which the file was compared: the If-Match of that PUT.</param>
/// <param name="Changes">What the PUT would change; null if the file has errors.</param>
/// <param name="Affected">The matches with a score that the PUT would remove, or give to other teams. It needs affectScored=true then.</param>
/// <param name="Warnings">The clashes that the schedule would have; at most 50.</param>
/// <param name="WarningCount">How many clashes there would be in all.</param>
/// <param name="Errors">
/// What is wrong with the file; at most 50 faults. If the path is dateOrder or mapping, that parameter of the preview answers it.
/// </param>
/// <param name="Reading">How the file was read.</param>
internal sealed record SchedulePreview(
    ScheduleFormat? Format, Schedule? Schedule, string Version, ScheduleChanges? Changes, IReadOnlyList<AffectedMatch> Affected,
    IReadOnlyList<ScheduleWarning> Warnings, int WarningCount, IReadOnlyList<FileFault> Errors,
    FileReadingView Reading);
