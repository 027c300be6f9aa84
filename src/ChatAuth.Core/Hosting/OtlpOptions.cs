namespace ChatAuth.Core.Hosting;

/// <summary>Section <c>Telemetry:Otlp</c>.</summary>
public sealed class OtlpOptions
{
    /// <summary>A collector's base address; https, or http on this machine. Default null: nothing is sent.</summary>
    public string? Endpoint { get; set; }

    /// <summary><c>http/protobuf</c> or <c>grpc</c>. Default <c>http/protobuf</c>.</summary>
    public string Protocol { get; set; } = "http/protobuf";

    /// <summary>How often metrics are sent, in seconds, 1 to 3600. Default 60.</summary>
    public int IntervalSeconds { get; set; } = 60;
}
