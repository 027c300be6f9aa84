using BenchmarkDotNet.Attributes;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Credentials;

namespace ChatAuth.Benchmarks;

/// <summary>What every message pays that is no command: 200 characters.</summary>
public class MessageBenchmarks
{
    private const string Prose =
        "Could you look at the plan for Thursday again? I'd rather start with the smaller of two rooms, because the other one "
        + "isn't free before noon, and tell everybody about it in the morning, please. Thanks!";

    private const string Lines =
        "Could you look at the plan again?\n\nI'd rather start with the \"small\" room, because the other one isn't free before noon.\n"
        + "Then tell everybody about it in the morning, please. Thanks a lot, and see you!";

    private string _text = "";

    /// <summary>One line, or line breaks and quotes, in which a torn key could hide.</summary>
    [Params("one line", "lines and quotes")]
    public string Message { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _text = Message == "one line" ? Prose : Lines;
        if (_text.Length != 200) throw new InvalidOperationException($"{_text.Length} characters");
    }

    [Benchmark(Baseline = true, Description = "anchor: IndexOf(\"/model\", ignore case)")]
    public int IndexOf() => _text.IndexOf("/model", StringComparison.OrdinalIgnoreCase);

    [Benchmark(Description = "anchor: directive by regular expression")]
    public bool Regex() => Directive.Pattern.IsMatch(_text);

    [Benchmark(Description = "parser alone")]
    public bool Parse() => ModelCommandParser.Parse(_text, Sample.Catalog, default).Kind is MessageKind.Plain;

    [Benchmark(Description = "secret scan and parser")]
    public bool ScanAndParse() => SecretScanner.Scan(_text) is null && ModelCommandParser.Parse(_text, Sample.Catalog, default).Kind is MessageKind.Plain;
}
