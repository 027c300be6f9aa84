using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Core.Telemetry;
using Microsoft.Extensions.AI;

namespace ChatAuth.Core.Chat;

/// <summary>The one tiny request that tries a credential. Whether it may be spent is decided before, and nothing is written unless it is asked for.</summary>
internal sealed class VendorProbe(RosterSource source, ChatAuthSettings settings, TimeProvider time, HealthReport health, ChatAuthMeter meter)
{
    /// <summary>Asks the model once, as it is permitted.</summary>
    /// <exception cref="OperationCanceledException">The caller does not wait any longer; the permit tells whether the request may have been served.</exception>
    public async Task<ProbeAnswer> AskAsync(ModelRef model, AuthProfile profile, SendPermit permit, ProbeLimits limits, CancellationToken cancellationToken)
    {
        var (begunAt, begun) = (time.GetUtcNow(), time.GetTimestamp());
        using var call = meter.Call(model, profile.Billing, AttemptPurpose.Probe);
        var failure = await SendAsync(model, profile, permit, limits, cancellationToken).ConfigureAwait(false);
        call?.Ended(failure?.Code);
        return new ProbeAnswer(failure, failure is null ? AttemptOutcome.Answered : permit.OutcomeAfter(failure), begunAt, time.GetElapsedTime(begun));
    }

    /// <summary>Asks the model once, for the operator and for no conversation.</summary>
    /// <exception cref="OperationCanceledException">The caller does not wait any longer; the request may have been served.</exception>
    public Task<ProbeAnswer> AskAsync(ModelRef model, AuthProfile profile, ProbeLimits limits, CancellationToken cancellationToken) =>
        AskAsync(model, profile, SendPermit.For(profile, settings.Catalog.FindEndpoint(profile.Provider), time), limits, cancellationToken);

    /// <summary>Writes the answer to the credential's health, as that of an ordinary message.</summary>
    public Task RecordAsync(AgentId agent, AuthProfile profile, ProbeAnswer answer) => answer.Failure switch
    {
        null => health.ServedAsync(agent, profile, answer.BegunAt),
        { Reason: { } reason } failure => health.FailedAsync(agent, profile, reason, failure.Reset, answer.BegunAt),
        _ => Task.CompletedTask,
    };

    private async Task<VendorException?> SendAsync(
        ModelRef model, AuthProfile profile, SendPermit permit, ProbeLimits limits, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(limits.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var client = source.FindProvider(profile.Provider)!.CreateClient(model, profile, settings.Catalog.FindEndpoint(profile.Provider), permit);
            var options = new ChatOptions { ModelId = model.Model, MaxOutputTokens = limits.Tokens };
            await client.GetResponseAsync([new ChatMessage(ChatRole.User, "ping")], options, either.Token).ConfigureAwait(false);
            return permit.HasLeft ? null : new VendorException(ErrorCode.SendUnrecorded, null);
        }
        catch (VendorException failure)
        {
            return failure;
        }
        catch (Exception unexpected) // A client that breaks its promise is a finding like any other, and what it throws when it is cancelled is its own affair.
        {
            cancellationToken.ThrowIfCancellationRequested();
            // Whose patience it is that ends is ours: that says nothing of the credential. What has not left by then found no way to the vendor.
            return patience.IsCancellationRequested && permit.HasLeft
                ? new VendorException(ErrorCode.VendorTimeout, null, mayHaveBeenCharged: true)
                : new VendorException(ErrorCode.VendorUnavailable, null, mayHaveBeenCharged: permit.HasLeft, inner: unexpected);
        }
    }
}
