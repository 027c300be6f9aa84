namespace ChatAuth.Core.Hosting;

/// <summary>Section <c>Telemetry</c>.</summary>
public sealed class TelemetryOptions
{
    /// <summary>Where the gateway sends metrics and traces.</summary>
    public OtlpOptions Otlp { get; set; } = new();
}
