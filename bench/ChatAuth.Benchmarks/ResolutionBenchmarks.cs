using BenchmarkDotNet.Attributes;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Benchmarks;

/// <summary>Who pays: every candidate judged, ranked and given its reason.</summary>
public class ResolutionBenchmarks
{
    private ResolutionRequest _request = null!;
    private RosterEntry[] _entries = [];

    [Params(1, 10, 100, 1000)]
    public int Profiles { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _entries = Sample.Roster(Profiles);
        _request = new ResolutionRequest { Model = Sample.Opus, Profiles = _entries, Asker = Sample.Operator, Now = Sample.Now };
    }

    [Benchmark(Baseline = true, Description = "anchor: OrderBy last use")]
    public RosterEntry[] OrderBy() => [.. _entries.OrderBy(entry => entry.Health.LastUsed)];

    [Benchmark(Description = "resolution")]
    public ProfileResolution Resolve() => ProfileResolver.Resolve(_request);
}
