using System.Collections.Concurrent;
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
/// <remarks>A client of it knows no credential, so that one serves every account at its endpoint.</remarks>
internal sealed class AnthropicSdk(VendorSocket socket)
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

    /// <summary>By the endpoints of the configuration.</summary>
    private readonly ConcurrentDictionary<Uri, AnthropicClient> _clients = new();

    public IChatClient Open(PinnedCall call, ModelRef model)
    {
        var client = _clients.GetOrAdd(
            call.Endpoint, static (address, http) => new AnthropicClient(s_options with { BaseUrl = address.AbsoluteUri.TrimEnd('/'), HttpClient = http }), socket.Client);
        return new VendorChatClient(client.AsIChatClient(model.Model, MostTokens), socket, call, Typed);
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
