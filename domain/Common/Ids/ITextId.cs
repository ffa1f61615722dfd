namespace LiveFeed.Domain;

/// <summary>An id that is text of a certain form. Only the default value of such a type has another form: it is no id.</summary>
public interface ITextId<TSelf>
    where TSelf : struct, ITextId<TSelf>
{
    string Value { get; }

    /// <summary>Returns the id that a text is.</summary>
    /// <exception cref="FormatException">The text is no such id.</exception>
    static abstract TSelf From(string text);

    static abstract bool TryParse(string? text, out TSelf id);
}
