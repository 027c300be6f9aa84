using Anthropic;
using Anthropic.Core;
using Anthropic.Exceptions;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Providers.Wire;
using Microsoft.Extensions.AI;

namespace ChatAuth.Providers.Anthropic;

/// <summary>The official SDK, left nothing to decide: it writes bodies and reads answers. It stands apart so that its assembly is loaded with the first call, not at the start.</summary>
internal static class AnthropicSdk
{
    /// <summary>Anthropic requires a bound on every answer; this one stands where the host names none.</summary>
    private const int MostTokens = 8192;

    /// <summary>Made once: fresh options make a socket of their own, which nobody would use.</summary>
    private static readonly ClientOptions s_options = new()
    {
        // Both, so that the SDK looks for no credential of its own: the wire sets the one.
        ApiKey = null,
        AuthToken = null,
        MaxRetries = 0,
        Timeout = Timeout.InfiniteTimeSpan,
        OpenTelemetry = new OpenTelemetryOptions { Traces = new OpenTelemetryTraces { Enabled = false } },
    };

    public static IChatClient Open(VendorSocket socket, PinnedCall call, ModelRef model)
    {
        var http = socket.Open(call);
        var client = new AnthropicClient(s_options with { BaseUrl = call.Endpoint.AbsoluteUri.TrimEnd('/'), HttpClient = http });
        return new VendorChatClient(client.AsIChatClient(model.Model, MostTokens), http, call, failed => Typed(failed, call.Record));
    }

    /// <summary>An answer that had begun, and that the vendor broke off with a typed error.</summary>
    private static VendorException? Typed(Exception failed, CallRecord record)
    {
        if (failed is not AnthropicSseException { Type: { } type }) return null;
        record.Read(new VendorError(type.Raw(), null, null), "");
        var (code, reason) = type.Raw() switch
        {
            "overloaded_error" or "api_error" => (ErrorCode.VendorUnavailable, FailureReason.Overloaded),
            "timeout_error" => (ErrorCode.VendorTimeout, FailureReason.Timeout),
            "rate_limit_error" => (ErrorCode.VendorLimited, FailureReason.RateLimit),
            "billing_error" => (ErrorCode.VendorUnpaid, FailureReason.Billing),
            "authentication_error" or "permission_error" => (ErrorCode.VendorRefused, FailureReason.Auth),
            _ => (ErrorCode.VendorUnavailable, (FailureReason?)null),
        };
        return new VendorException(code, reason, mayHaveBeenCharged: true);
    }
}
