using ChatAuth.Core.Hosting;

namespace ChatAuth.Core.Tests.Hosting;

[TestFixture]
internal sealed class TelemetryReaderTests
{
    [TestCase(null)]
    [TestCase("")]
    public void Nothing_is_sent_where_no_collector_is_named(string? endpoint)
    {
        var otlp = Written.Read(options => options.Telemetry.Otlp.Endpoint = endpoint).Otlp;

        Assert.That(otlp, Is.Null);
    }

    [TestCase("http://127.0.0.1:4318", "http/protobuf", false)]
    [TestCase("http://localhost:4317", "grpc", true)]
    [TestCase("https://collector.example.com/otlp", "HTTP/protobuf", false)]
    public void Collector_is_taken_as_written(string endpoint, string protocol, bool isGrpc)
    {
        var otlp = Written.Read(options => options.Telemetry.Otlp = new() { Endpoint = endpoint, Protocol = protocol, IntervalSeconds = 15 }).Otlp;

        Assert.That(otlp, Is.EqualTo(new OtlpSettings(new Uri(endpoint), isGrpc, TimeSpan.FromSeconds(15))));
    }

    [TestCase("http://canary.example.com:4318")]
    [TestCase("https://canary@collector.example.com")]
    [TestCase("https://collector.example.com/?key=canary")]
    [TestCase("canary")]
    public void Address_that_others_could_read_or_that_is_none_is_refused_and_not_repeated(string endpoint)
    {
        var problems = Written.ProblemsOf(options => options.Telemetry.Otlp.Endpoint = endpoint);

        Assert.That(problems, Has.Length.EqualTo(1));
        Assert.That(problems[0], Does.StartWith("Telemetry:Otlp:Endpoint: must be an absolute https address").And.Not.Contain("canary"));
    }

    [TestCase("http/json", 60, "Telemetry:Otlp:Protocol: must be http/protobuf or grpc")]
    [TestCase("grpc", 0, "Telemetry:Otlp:IntervalSeconds: must be 1 to 3600 seconds")]
    [TestCase("grpc", 3601, "Telemetry:Otlp:IntervalSeconds: must be 1 to 3600 seconds")]
    public void What_is_written_beside_it_must_be_right_even_where_nothing_is_sent(string protocol, int seconds, string problem)
    {
        var problems = Written.ProblemsOf(options => options.Telemetry.Otlp = new() { Protocol = protocol, IntervalSeconds = seconds });

        Assert.That(problems, Is.EqualTo(new[] { problem }));
    }
}
