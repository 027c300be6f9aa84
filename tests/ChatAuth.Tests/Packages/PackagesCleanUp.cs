namespace ChatAuth.Tests.Packages;

/// <summary>What the tests of this folder share is deleted after the last of them.</summary>
[SetUpFixture]
internal sealed class PackagesCleanUp
{
    [OneTimeTearDown]
    public Task DeleteAsync() => PackedSolution.DeleteAsync();
}
