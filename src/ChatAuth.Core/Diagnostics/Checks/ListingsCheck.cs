using ChatAuth.Core.Models;

namespace ChatAuth.Core.Diagnostics.Checks;

/// <summary>Whether what vendors said of their models can be read. It is only a cache: without it, the configuration's models are offered.</summary>
internal sealed class ListingsCheck(IListingCache cache) : ICheck
{
    public string Name => "model-lists";

    public Task<CheckResult> RunAsync(CancellationToken cancellationToken)
    {
        var listings = cache.Load();
        return Task.FromResult(CheckResult.Of(
            listings.Fault is { } fault
                ? [new Finding("model-lists-unreadable", FindingSeverity.Warning, $"The lists of vendors' models count as absent. {fault}", "chatauth models list --refresh")]
                : [],
            listings.All.Count == 0 ? "No vendor was asked for its models yet." : "What vendors said of their models can be read."));
    }
}
