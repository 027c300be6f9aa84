using ChatAuth.Core.Commands;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Commands;

internal sealed class PickerMemoryTests
{
    [Test]
    public async Task List_that_arrives_while_a_later_one_is_on_its_way_does_not_count_as_the_later_one()
    {
        await using var world = new TestWorld();
        world.Credentials.Key("anthropic:work").Key("openai:team");
        var (first, second) = (world.Operator() with { ReportsDelivery = true }, world.Operator() with { ReportsDelivery = true });
        var list = await world.Type<CommandReply.Picker>("/model", first);
        await world.Type<CommandReply.Picker>("/model", second);
        world.Chat.Delivered(first, list, world.Time.GetUtcNow());

        var reply = await world.Type("/model 3", world.Operator() with { ReportsDelivery = true });

        Assert.That(reply, Is.InstanceOf<CommandReply.Picker>());
    }
}
