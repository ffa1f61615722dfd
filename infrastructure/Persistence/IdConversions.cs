using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>Stores ids as what they are: texts and numbers.</summary>
internal static class IdConversions
{
    public static void Apply(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<EventId>().HaveConversion<TextIdConverter<EventId>>();
        configuration.Properties<UserId>().HaveConversion<TextIdConverter<UserId>>();
        configuration.Properties<MatchId>().HaveConversion<NumberIdConverter<MatchId>>();
    }

    private sealed class TextIdConverter<TId>() : ValueConverter<TId, string>(id => id.Value, text => TextId(text))
        where TId : struct, ITextId<TId>
    {
        private static TId TextId(string text) => TId.From(text);
    }

    private sealed class NumberIdConverter<TId>() : ValueConverter<TId, int>(id => id.Value, number => NumberId(number))
        where TId : struct, INumberId<TId>
    {
        // An expression can't call a static member of an interface.
        private static TId NumberId(int number) => TId.From(number);
    }
}
