namespace LiveFeed.Domain;

/// <summary>An id that is text. Every value of such a type is well-formed: it is checked where it enters.</summary>
public interface ITextId<TSelf> : IParsable<TSelf>
    where TSelf : struct, ITextId<TSelf>
{
    string Value { get; }

    /// <summary>Returns the id that a text is.</summary>
    /// <exception cref="FormatException">The text is no such id.</exception>
    static abstract TSelf From(string text);
}
