using ChatAuth.Core.Models;
using ChatAuth.Providers.Demo;

namespace ChatAuth.Providers.Tests.Demo;

internal sealed class DemoModelListerTests
{
    [Test]
    public async Task Demonstration_lists_itself_and_nobody_else()
    {
        var lister = new DemoModelLister();

        var models = await lister.ListAsync(null!, null, default);

        Assert.That(models.All.Single().Id, Is.EqualTo("echo"));
        Assert.That((lister.Serves(ProviderId.Parse("demo")), lister.Serves(ProviderId.Parse("anthropic"))), Is.EqualTo((true, false)));
    }
}
