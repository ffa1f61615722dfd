using LiveFeed.Domain;
using LiveFeed.Domain.Events;

namespace LiveFeed.UnitTests.Events;

public sealed class EventTimeZoneTests
{
    [Theory]
    [InlineData("UTC")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Argentina/Buenos_Aires")]
    [InlineData("Etc/GMT+5")]
    public void An_IANA_name_is_a_zone(string name) => Assert.True(EventTimeZone.IsValid(name));

    [Theory]
    [InlineData("")]
    [InlineData("Berlin")]
    [InlineData("Europe/Nowhere")]
    [InlineData("W. Europe Standard Time")]
    [InlineData("+02:00")]
    [InlineData("CET")]
    [InlineData("localtime")]
    [InlineData("posix/Europe/Berlin")]
    [InlineData("../../../etc/passwd")]
    [InlineData("Europe/Berlin\n")]
    public void Another_text_is_none(string name) => Assert.False(EventTimeZone.IsValid(name));

    [Fact]
    public void An_event_with_an_unknown_zone_is_rejected_at_that_field()
    {
        var error = new EventDetails("Cup", "generic", null, Visibility.Public, null, null, false, "Europe/Nowhere").Validate();

        Assert.Equal(ErrorCode.InvalidRequest, error!.Code);
        Assert.Equal(["timeZone"], error.Fields!.Keys);
    }

    [Fact]
    public void An_event_of_before_there_were_zones_is_in_UTC() =>
        Assert.Equal("UTC", LiveEvent.Create(EventId.From("cup"), new EventDetails("Cup", "generic", null, Visibility.Public, null, null, false), default).ToView().TimeZone);
}
