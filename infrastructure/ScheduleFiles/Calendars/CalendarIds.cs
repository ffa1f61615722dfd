using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace LiveFeed.Infrastructure.ScheduleFiles.Calendars;

/// <summary>
/// Ids of matches from the UIDs of a calendar's events, which are texts. The same UID always has the same id: the number with which it begins, if it is
/// one ("12@league.example"), else one that follows from the whole text.
/// </summary>
internal static partial class CalendarIds
{
    // Ids that follow from a text begin here, so that none is taken for a small number.
    private const int FirstDerived = 1 << 30;

    /// <summary>Returns an id for each UID; null is an event without one, which is numbered by its position.</summary>
    public static IReadOnlyList<int> Create(IReadOnlyList<string?> uids)
    {
        var ids = new int[uids.Count];
        var used = new HashSet<int>();
        // In the order of the UIDs: if two have the same id, the order of the file doesn't decide who gets another.
        foreach (var (index, uid) in uids.Index().OrderBy(uid => uid.Item is null).ThenBy(uid => uid.Item, StringComparer.Ordinal).ThenBy(uid => uid.Index))
        {
            var id = uid is null ? index + 1 : NumberOf(uid) is { } number && !used.Contains(number) ? number : Derived(uid);
            while (!used.Add(id))
                id = id == int.MaxValue ? FirstDerived : id + 1;
            ids[index] = id;
        }

        return ids;
    }

    private static int Derived(string uid) =>
        FirstDerived | (int)(BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(uid))) & (FirstDerived - 1));

    private static int? NumberOf(string uid) =>
        Number().Match(uid) is { Success: true } found && int.TryParse(found.Groups[1].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? id : null;

    [GeneratedRegex(@"^(-?[0-9]{1,10})(?:[.@]|\z)")]
    private static partial Regex Number();
}
