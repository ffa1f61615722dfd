using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using LiveFeed.Api.Errors;
using LiveFeed.Domain;
using LiveFeed.Infrastructure;

namespace LiveFeed.UnitTests;

/// <summary>api → domain ← infrastructure, read from the compiled assemblies.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Domain = typeof(ErrorCode).Assembly;
    private static readonly Assembly Infrastructure = typeof(DependencyInjection).Assembly;
    private static readonly Assembly Api = typeof(Problem).Assembly;

    /// <summary>Folders that are not features but the technical parts of a layer.</summary>
    private static readonly string[] Technical =
        ["Common", "Errors", "Hosting", "Http", "OpenApi", "Operations", "Pages", "Permissions", "Persistence", "RateLimits", "Demo", "Replay"];

    [Fact]
    public void The_domain_knows_the_framework_and_MediatR_and_nothing_else() =>
        Assert.All(Domain.GetReferencedAssemblies(), reference => Assert.True(
            reference.Name == "MediatR" || reference.Name!.StartsWith("System.", StringComparison.Ordinal), $"The domain references {reference.Name}."));

    [Fact]
    public void The_domain_does_no_input_or_output()
    {
        string[] namespaces = ["System.Net", "System.Data", "System.Diagnostics.Process", "Microsoft"];
        string[] types = ["System.IO.File", "System.IO.FileStream", "System.IO.FileInfo", "System.IO.Directory", "System.IO.DirectoryInfo", "System.Console", "System.Environment"];
        Assert.DoesNotContain(TypesNamedBy(Domain), named =>
            Array.Exists(types, type => type == named.Type) || Array.Exists(namespaces, outside => (named.Type + ".").StartsWith(outside + ".", StringComparison.Ordinal)));
    }

    [Fact]
    public void Infrastructure_does_not_know_the_api() =>
        Assert.DoesNotContain(Infrastructure.GetReferencedAssemblies(), reference => reference.Name == Api.GetName().Name);

    [Fact]
    public void The_api_names_infrastructure_only_to_compose_it()
    {
        var named = TypesNamedBy(Api).Where(type => type.Assembly == Infrastructure.GetName().Name).Select(type => type.Type);
        Assert.Equal([typeof(DependencyInjection).FullName], named);
    }

    [Fact]
    public void Only_hosting_and_operations_compose()
    {
        var composers = Callers.Of(Api, Infrastructure).Select(type => Feature(Api, type)).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["Hosting", "Operations"], composers);
    }

    [Theory]
    [InlineData("LiveFeed.Api")]
    [InlineData("LiveFeed.Infrastructure")]
    public void A_feature_has_the_same_folder_in_every_layer_that_has_it(string root)
    {
        var features = Features(root == "LiveFeed.Api" ? Api : Infrastructure).Except(Technical);
        Assert.Empty(features.Except(Features(Domain)));
    }

    [Fact]
    public void Every_feature_of_the_domain_can_be_called() => Assert.Empty(Features(Domain).Except(Technical).Except(Features(Api)));

    private static IEnumerable<string> Features(Assembly layer) =>
        layer.GetTypes().Select(type => Feature(layer, type)).Where(feature => feature.Length > 0).Distinct();

    /// <summary>Returns the first folder below the layer's own.</summary>
    private static string Feature(Assembly layer, Type type)
    {
        var root = layer == Api ? "LiveFeed.Api." : layer.GetName().Name + ".";
        return type.Namespace is { } space && space.StartsWith(root, StringComparison.Ordinal) ? space[root.Length..].Split('.')[0] : "";
    }

    /// <summary>
    /// Returns every type of another assembly that appears anywhere in this one: in signatures, fields, attributes and bodies.
    /// </summary>
    private static List<(string Assembly, string Type)> TypesNamedBy(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata.TypeReferences.Select(metadata.GetTypeReference)
                .Where(type => type.ResolutionScope.Kind == HandleKind.AssemblyReference)
                .Select(type => (
                    metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name),
                    $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")),
        ];
    }
}
