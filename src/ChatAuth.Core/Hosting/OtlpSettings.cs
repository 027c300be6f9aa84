namespace ChatAuth.Core.Hosting;

/// <summary>Where metrics and traces are sent.</summary>
/// <param name="Endpoint">A collector's base address.</param>
/// <param name="IsGrpc">By gRPC; else by HTTP with protobuf, to <c>v1/metrics</c> and <c>v1/traces</c> below the address.</param>
/// <param name="Interval">How often metrics are sent.</param>
public sealed record OtlpSettings(Uri Endpoint, bool IsGrpc, TimeSpan Interval);
