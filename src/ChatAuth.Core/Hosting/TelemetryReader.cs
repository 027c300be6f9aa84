using ChatAuth.Core.Models;

namespace ChatAuth.Core.Hosting;

/// <summary>Reads <c>Telemetry</c>.</summary>
internal static class TelemetryReader
{
    private const int MostSeconds = 3600;

    private static readonly TextForm<Uri> Address = new(
        "an absolute https address, or http on this machine, without user, query and fragment", ProviderEndpoint.TryParseAddress);

    private static readonly TextForm<bool> IsGrpc = TextForm.Words<bool>(new("http/protobuf", false), new("grpc", true));

    /// <summary>Null where nothing is sent; what else is written must be right all the same.</summary>
    public static OtlpSettings? Read(OtlpOptions written, SettingsProblems problems)
    {
        problems.TryRead("Telemetry:Otlp:Protocol", written.Protocol, IsGrpc, out var isGrpc);
        if (written.IntervalSeconds is < 1 or > MostSeconds) problems.Add("Telemetry:Otlp:IntervalSeconds", $"must be 1 to {MostSeconds} seconds");
        return !string.IsNullOrEmpty(written.Endpoint) && problems.TryRead("Telemetry:Otlp:Endpoint", written.Endpoint, Address, out var address)
            ? new OtlpSettings(address, isGrpc, TimeSpan.FromSeconds(written.IntervalSeconds)) : null;
    }
}
