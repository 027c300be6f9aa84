using ChatAuth.Core.Credentials;
using ChatAuth.Testing;

namespace ChatAuth.Core.Tests.Credentials;

/// <summary>The table of variables in <c>docs/configuration.md</c> is the one of the code.</summary>
internal sealed class ProviderVariablesPageTests
{
    [Test]
    public void Page_lists_the_names_of_the_code() => GoldenFile.Matches(
        "docs/configuration.md", "provider-variables",
        string.Concat(ProviderVariables.All.Select(provider => $"| {provider.Provider} | {string.Join(", ", provider.Names.Select(name => $"`{name}`"))} |\n")));
}
