using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace LiveFeed.Api.Feed.Contracts;

/// <summary>The documentation comments of types and their members, which the compiler writes beside the program.</summary>
internal static partial class Documentation
{
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyDictionary<string, XElement>> Assemblies = new();

    /// <summary>Returns what the comment of a type says; null if it has none.</summary>
    public static string? Of(Type type) => Text(Find(type, $"T:{Name(type)}")?.Element("summary"));

    /// <summary>Returns what the comment of a member says, or that of the parameter which it stands for; null if it has none.</summary>
    public static string? Of(JsonPropertyInfo? member)
    {
        if (member?.AttributeProvider is not MemberInfo { DeclaringType: { } type } property)
            return null;
        return Text(Find(type, $"P:{Name(type)}.{property.Name}")?.Element("summary"))
            ?? Text(Find(type, $"T:{Name(type)}")?.Elements("param").FirstOrDefault(parameter => (string?)parameter.Attribute("name") == property.Name));
    }

    private static string Name(Type type) => type.FullName!.Replace('+', '.');

    private static XElement? Find(Type type, string name) => Assemblies.GetOrAdd(type.Assembly, Read).GetValueOrDefault(name);

    private static IReadOnlyDictionary<string, XElement> Read(Assembly assembly) =>
        XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml")).Descendants("member").ToDictionary(member => (string)member.Attribute("name")!);

    private static string? Text(XElement? comment)
    {
        if (comment is null)
            return null;
        using var content = comment.CreateReader();
        content.MoveToContent();
        return Spaces().Replace(XmlCommentsTextHelper.Humanize(content.ReadInnerXml()), " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
