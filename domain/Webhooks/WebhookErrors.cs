namespace LiveFeed.Domain.Webhooks;

public static class WebhookErrors
{
    public static readonly Error NotFound = new(ErrorCode.WebhookNotFound, "The event has no webhook with this id.");
}
