namespace LiveFeed.Domain;

/// <summary>A command that validates its own input before anything else runs.</summary>
public interface IValidatable
{
    /// <summary>Returns what is wrong with the command's input, or null if nothing is.</summary>
    Error? Validate();
}
