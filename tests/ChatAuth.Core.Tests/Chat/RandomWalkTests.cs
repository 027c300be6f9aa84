using ChatAuth.Storage.Sqlite;
using ChatAuth.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Core.Tests.Chat;

/// <summary>A thousand random turns, and what must hold after each.</summary>
internal sealed class RandomWalkTests
{
    private const int Steps = 1_000;

    [Test]
    public Task Promises_hold_after_every_step_in_memory([Range(1, 10)] int seed) => WalkAsync(seed, null);

    [Test]
    [Proof]
    public async Task Promises_hold_after_every_step_in_sqlite([Range(11, 14)] int seed)
    {
        var directory = Directory.CreateTempSubdirectory("chatauth-walk-");
        try
        {
            await WalkAsync(seed, services => services.AddChatAuthSqlite(Path.Combine(directory.FullName, "chatauth.db")));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task WalkAsync(int seed, Action<IServiceCollection>? stores)
    {
        await using var walk = new RandomWalk(seed, stores);
        for (var step = 0; step < Steps; step++)
        {
            try
            {
                await walk.StepAsync();
            }
            catch (Exception broken)
            {
                TestContext.Out.WriteLine($"seed {seed}, step {step}:\n{string.Join('\n', walk.Trace.TakeLast(40))}\n{broken}");
                throw;
            }
        }
    }
}
