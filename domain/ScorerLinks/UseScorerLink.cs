using LiveFeed.Domain.Sessions;
using MediatR;

namespace LiveFeed.Domain.ScorerLinks;

/// <summary>
/// Opens a session for a helper, who gets a user of the link. The same name on the same device is the same helper: so a repeat, whose first response was lost, and a
/// page that is opened again both keep the matches that the helper holds.
/// </summary>
/// <param name="EventId">The link's event.</param>
/// <param name="Secret">The link's secret.</param>
/// <param name="Name">What the helper wants to be called.</param>
/// <param name="DeviceId">The device's own random id; null makes another helper each time.</param>
/// <param name="Device">What the session is recognized by; null if that isn't known.</param>
public sealed record UseScorerLink(EventId EventId, string Secret, string Name, string? DeviceId, string? Device) : ICommand<Session>, IEventCommand, IValidatable
{
    public Error? Validate() => AccountRules.ValidateName(Name, GlobalRole.User) is { } unfit
        ? Error.Invalid(ErrorCode.InvalidRequest, "name", unfit)
        : ClaimingDevice.Validate(DeviceId, "deviceId");
}

internal sealed class UseScorerLinkHandler(
    OpenScorerLinks open, IScorerLinkStore links, IUserStore users, ISessionStore sessions, IAccessTokens tokens, SessionLifetime lifetime, ScorerLinkPolicy policy,
    TimeProvider time) : IRequestHandler<UseScorerLink, Result<Session>>
{
    public async Task<Result<Session>> Handle(UseScorerLink command, CancellationToken cancellationToken)
    {
        if (await open.FindBySecretAsync(command.Secret) is not { } link || link.EventId != command.EventId)
            return ScorerLinkErrors.NotFound;
        var now = time.Now();
        var helpers = await links.ListHelpersAsync(link.Id);
        var (name, device) = (DisplayText.Clean(command.Name), command.DeviceId is { } id ? Secrets.Hash(id) : null);
        var helper = device is null ? null : helpers.FirstOrDefault(known => known.ScorerDevice == device && known.DisplayName == name);
        if (helper is null)
        {
            if (helpers.Count >= policy.MaxHelpers)
                return new Error(ErrorCode.LimitReached, $"This link has let {policy.MaxHelpers} people in, which is the most. Ask an organizer for another one.");
            helper = User.CreateHelper(name, link, device, now);
            users.Add(helper);
        }

        var familyId = TokenFamily.Create(now);
        return sessions.Begin(helper, Secrets.Create(), familyId, command.Device, tokens, now, lifetime.ExpiryOf(familyId, now)!.Value);
    }
}
