using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Providers.Demo;

/// <summary>The embedded provider's list of models: itself.</summary>
internal sealed class DemoModelLister : IModelLister
{
    public bool Serves(ProviderId provider) => provider == DemoProvider.Demo;

    public Task<OfferedModels> ListAsync(AuthProfile profile, ProviderEndpoint? endpoint, CancellationToken cancellationToken)
    {
        var models = new OfferedModels();
        models.Add("echo", null);
        return Task.FromResult(models);
    }
}
