using Swashbuckle.AspNetCore.SwaggerGen;

namespace LiveFeed.Api.OpenApi;

/// <summary>Describes an <see cref="Optional{T}"/> as its value; <see cref="SchemaDetails"/> adds that it may be null.</summary>
internal sealed class OptionalContracts(ISerializerDataContractResolver values) : ISerializerDataContractResolver
{
    public DataContract GetDataContractForType(Type type) => values.GetDataContractForType(Value(type) is { } value ? Nullable.GetUnderlyingType(value) ?? value : type);

    /// <summary>Returns the type of the value if a type is an <see cref="Optional{T}"/>, otherwise null.</summary>
    public static Type? Value(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>) ? type.GetGenericArguments()[0] : null;
}
