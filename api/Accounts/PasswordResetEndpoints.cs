using LiveFeed.Api.Errors;
using LiveFeed.Api.Http;
using LiveFeed.Api.OpenApi;
using LiveFeed.Api.RateLimits;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LiveFeed.Api.Accounts;

/// <summary>New passwords for people who forgot theirs.</summary>
internal static partial class PasswordResetEndpoints
{
    public static void MapPasswordResets(this IEndpointRouteBuilder app)
    {
        var resets = app.MapGroup("/api/auth/password-reset").WithTags("Access");

        resets.MapPost("", PostAsync)
            .RequireAuthorization()
            .RequireRateLimit(RateLimitPolicy.MemberWrite)
            .Describe("Make a link for a new password", "For administrators, who pass it on to somebody who forgot a password: give either email or userId. The link is good for one new password within `LiveFeed__Auth__PasswordResetLifetime`, and only until the password changes in another way. Its secret is in the fragment, which browsers send to no server.")
            .Produces<PasswordResetView>(201)
            .ProducesErrors(ErrorCode.RoleRequired, ErrorCode.UserNotFound, ErrorCode.InvalidRequest);

        resets.MapPut("", PutAsync)
            .RequireRateLimit(RateLimitPolicy.SignIn)
            .Describe("Choose a new password", "With the secret of such a link: what follows # in it. All sessions of the account end.")
            .ProducesErrors(ErrorCode.PasswordResetNotFound, ErrorCode.InvalidRequest);
    }

    private static async Task<Results<JsonHttpResult<PasswordResetView>, Problem>> PostAsync(
        PasswordResetBody body, HttpContext context, IMediator mediator, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        var result = await mediator.Send(new CreatePasswordReset(context.Actor(), body.UserId, body.Email), cancellationToken);
        return result.ToResult(reset =>
        {
            Log.Created(loggers.CreateLogger(typeof(PasswordResetEndpoints)), context.Actor().UserId, reset.UserId);
            return TypedResults.Json(PasswordResetView.Of(reset, context.Request), statusCode: StatusCodes.Status201Created);
        });
    }

    private static async Task<Results<NoContent, Problem>> PutAsync(
        ChosenPasswordBody body, IMediator mediator, CancellationToken cancellationToken) =>
        (await mediator.Send(new ResetPassword(body.Token, body.NewPassword), cancellationToken)).ToResult(_ => TypedResults.NoContent());

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.PasswordResetCreated, Level = LogLevel.Information, Message = "The administrator {Administrator} made a link by which the user {User} chooses a new password.")]
        public static partial void Created(ILogger logger, UserId administrator, UserId user);
    }
}

/// <summary>Whose password is forgotten: one of the two.</summary>
/// <param name="Email">The email address with which the person signs in.</param>
/// <param name="UserId">The user's id, as in lists of members.</param>
internal sealed record PasswordResetBody(string? Email = null, UserId? UserId = null);

/// <summary>A new password, by the secret of a link.</summary>
/// <param name="Token">What follows # in the link.</param>
/// <param name="NewPassword">The new password, by the rules of registration.</param>
internal sealed record ChosenPasswordBody(string Token, string NewPassword);
