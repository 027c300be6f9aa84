using System.ClientModel.Primitives;

namespace ChatAuth.Providers.OpenAI;

/// <summary>The vendor's client knows no credential: the wire sets the one that is pinned.</summary>
internal sealed class NoCredentialPolicy : AuthenticationPolicy
{
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) =>
        ProcessNext(message, pipeline, currentIndex);

    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) =>
        ProcessNextAsync(message, pipeline, currentIndex);
}
