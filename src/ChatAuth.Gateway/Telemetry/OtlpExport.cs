using ChatAuth.Core.Hosting;
using ChatAuth.Core.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ChatAuth.Gateway.Telemetry;

/// <summary>
/// Sends ChatAuth's own metrics and traces to the collector that the configuration names, and nobody else's. Where none is named, nothing is listened to; the
/// variables <c>OTEL_…</c> change nothing.
/// </summary>
internal sealed class OtlpExport(ChatAuthSettings settings, ILogger<OtlpExport> log) : IHostedLifecycleService, IDisposable
{
    /// <summary>For what is left when everything else has stopped.</summary>
    internal static readonly TimeSpan LastWords = TimeSpan.FromSeconds(3);

    private static readonly string s_version = typeof(OtlpExport).Assembly.GetName().Version!.ToString(3);

    private MeterProvider? _meters;
    private TracerProvider? _traces;

    /// <summary>Before anything else starts that could be measured.</summary>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        if (settings.Otlp is not { } otlp) return Task.CompletedTask;
        var path = new CollectorPath(otlp.Endpoint, log);
        _meters = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(WithoutEnvironment)
            .SetResourceBuilder(Resource())
            .AddMeter(ChatAuthTelemetry.MeterName)
            .AddOtlpExporter((exporter, reader) =>
            {
                Point(exporter, otlp, "v1/metrics", path);
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)otlp.Interval.TotalMilliseconds;
            })
            .Build();
        _traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(WithoutEnvironment)
            .SetResourceBuilder(Resource())
            .SetSampler(new AlwaysOnSampler())
            .AddSource(ChatAuthTelemetry.ActivitySourceName)
            .AddOtlpExporter(exporter => Point(exporter, otlp, "v1/traces", path))
            .Build();
        path.Opened();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>After everything else has stopped.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        var most = (int)LastWords.TotalMilliseconds;
        return Task.WhenAll(Task.Run(() => _meters?.Shutdown(most), CancellationToken.None), Task.Run(() => _traces?.Shutdown(most), CancellationToken.None));
    }

    public void Dispose()
    {
        _meters?.Dispose();
        _traces?.Dispose();
    }

    /// <summary>What the library would read of the process's environment: addresses, headers, limits, samplers, names.</summary>
    private static void WithoutEnvironment(IServiceCollection services) => services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());

    /// <summary>Not the library's default, which has an id of the process and what the environment adds.</summary>
    private static ResourceBuilder Resource() =>
        ResourceBuilder.CreateEmpty().AddService("chatauth-gateway", serviceVersion: s_version, autoGenerateServiceInstanceId: false);

    private static void Point(OtlpExporterOptions exporter, OtlpSettings otlp, string signal, CollectorPath path)
    {
        exporter.Protocol = otlp.IsGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = otlp.IsGrpc ? otlp.Endpoint : new Uri($"{otlp.Endpoint.AbsoluteUri.TrimEnd('/')}/{signal}");
        exporter.HttpClientFactory = path.Open;
    }
}
