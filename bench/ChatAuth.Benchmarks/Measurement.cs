using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace ChatAuth.Benchmarks;

/// <summary>
/// A short job in this process: anchor and subject run in the same minute on the same runtime, which is what their ratio needs.
/// Nothing is generated or built, so it also works without a network.
/// </summary>
internal sealed class Measurement : ManualConfig
{
    public Measurement()
    {
        AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithIterationCount(9).WithId("short"));
        AddDiagnoser(MemoryDiagnoser.Default);
        AddColumnProvider(DefaultColumnProviders.Instance);
        AddColumn(StatisticColumn.Median);
        HideColumns("Job", "Error", "StdDev", "RatioSD", "Alloc Ratio", "Gen0", "Gen1");
        AddExporter(MarkdownExporter.GitHub);
        AddLogger(ConsoleLogger.Default);
    }
}
