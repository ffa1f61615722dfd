using System.Text;

namespace LiveFeed.UnitTests.Common;

public sealed class NormalizationTests
{
    /// <summary>With InvariantGlobalization, or without ICU, Normalize returns what it is given.</summary>
    [Fact]
    public void A_letter_and_a_combining_accent_normalize_to_one_character()
    {
        Assert.Equal("\u00E9", "e\u0301".Normalize(NormalizationForm.FormC));
        Assert.False("e\u0301".IsNormalized());
    }
}
