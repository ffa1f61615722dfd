using System.Text.Json;
using LiveFeed.Api.Operations;
using Microsoft.AspNetCore.Diagnostics;

namespace LiveFeed.Api.Errors;

/// <summary>Turns exceptions for bad input and for overload into their error codes. Every other exception is a bug or an outage.</summary>
internal sealed partial class ExceptionsToProblems(IStorageFailures storage, ILogger<ExceptionsToProblems> logger) : IExceptionHandler
{
    private static readonly Error StorageUnavailable = new(
        ErrorCode.StorageUnavailable, "The database doesn't respond or can't store anything at the moment: its disk is full, or the server is away. Try again; repeat a write with the same Idempotency-Key, so that it counts once.");

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
            return true;
        if (ToError(exception) is not { } error)
        {
            Log.Failed(logger, exception, httpContext.Request.Method, SecretsInAddresses.Hide(httpContext.Request.Path));
            error = storage.Includes(exception)
                ? StorageUnavailable
                : new Error(ErrorCode.InternalError, "Something went wrong here. It is logged under the traceId. A write may be repeated with the same Idempotency-Key.");
        }

        await Problem.WriteAsync(httpContext, error);
        return true;
    }

    private static Error? ToError(Exception exception) => exception switch
    {
        BadHttpRequestException { StatusCode: 413 } => ApiErrors.BodyTooLarge,
        BadHttpRequestException { StatusCode: 415 } => new Error(ErrorCode.UnsupportedMediaType, "Send the body as JSON, with Content-Type: application/json."),
        BadHttpRequestException { InnerException: JsonException json } => JsonErrors.ToError(json),
        BadHttpRequestException bad => BindingErrors.ToError(bad),
        OverloadedException => new Error(ErrorCode.Overloaded, "Too much waits at the moment, or this request has waited for too long. Try again in a second; repeat a write with the same Idempotency-Key."),
        // The write queue has logged the cause.
        StorageUnavailableException => StorageUnavailable,
        _ => null,
    };

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.RequestFailed, Level = LogLevel.Error, Message = "{Method} {Path} failed.")]
        public static partial void Failed(ILogger logger, Exception exception, string method, string path);
    }
}
