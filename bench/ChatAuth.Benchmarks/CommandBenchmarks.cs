using BenchmarkDotNet.Attributes;
using ChatAuth.Core.Commands;

namespace ChatAuth.Benchmarks;

/// <summary>One command, from text to what was asked.</summary>
public class CommandBenchmarks
{
    private readonly string _text = "/model opus@anthropic:work";

    [Benchmark(Baseline = true, Description = "anchor: directive by regular expression")]
    public string Regex() => Directive.Pattern.Match(_text).Groups["choice"].Value;

    [Benchmark(Description = "/model opus@anthropic:work parsed")]
    public object? Parse() => ModelCommandParser.Parse(_text, Sample.Catalog, default).Command;
}
