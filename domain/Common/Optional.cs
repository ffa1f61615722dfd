using System.Text.Json.Serialization;

namespace LiveFeed.Domain;

/// <summary>
/// A member of a request that may be left out. Left out means that what is stored stays; null means that it is cleared. A member of this
/// type is written with <see cref="JsonIgnoreCondition.WhenWritingDefault"/>, so that what was left out is left out again.
/// </summary>
/// <typeparam name="T">The type of the value: a class, or a nullable struct such as <c>int?</c>.</typeparam>
[JsonConverter(typeof(OptionalJsonConverter))]
public readonly record struct Optional<T>
{
    private Optional(T? value) => (IsGiven, Value) = (true, value);

    /// <summary>A value that is given and is null.</summary>
    public static readonly Optional<T> Null = new(default);

    /// <summary>Whether the member was there, null or not.</summary>
    public bool IsGiven { get; }

    /// <summary>The value; null if it is null or was left out.</summary>
    public T? Value { get; }

    /// <summary>Returns this if it is given, otherwise the stored value. What is null is then as good as left out: there is nothing.</summary>
    public Optional<T> Or(Optional<T> stored) => IsGiven ? Value : stored.Value;

    /// <summary>Returns the same with another value, unless there is none.</summary>
    public Optional<T> Select(Func<T, T?> change) => Value is { } value ? new(change(value)) : this;

    public override string ToString() => Value?.ToString() ?? "";

    // Null becomes left out: code that has no value has nothing to say. Only a request says null, by the converter.
    public static implicit operator Optional<T>(T? value) => value is null ? default : new Optional<T>(value);
}
