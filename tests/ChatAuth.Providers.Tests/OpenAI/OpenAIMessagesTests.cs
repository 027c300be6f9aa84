using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using Microsoft.Extensions.AI;

namespace ChatAuth.Providers.Tests.OpenAI;

public sealed class OpenAIMessagesTests : OpenAITest
{
    private static readonly byte[] s_picture = [1, 2, 3];

    [Test]
    public async Task Every_side_of_a_conversation_is_sent_as_text()
    {
        ChatMessage[] messages = [new(ChatRole.System, "short"), new(ChatRole.User, "hello"), new(ChatRole.Assistant, "hi"), new(ChatRole.User, [new TextContent("and "), new TextContent("now?")])];

        await Client().GetResponseAsync(messages);

        Assert.That(Vendor.Requests.Single().Field("messages")!.Value.GetRawText(), Is.EqualTo(
            """[{"role":"system","content":"short"},{"role":"user","content":"hello"},{"role":"assistant","content":"hi"},{"role":"user","content":"and now?"}]"""));
    }

    [Test]
    public async Task Instructions_come_first()
    {
        await Client().GetResponseAsync(Hello, new ChatOptions { Instructions = "be brief" });

        Assert.That(Vendor.Requests.Single().Field("messages")!.Value[0].GetRawText(), Is.EqualTo("""{"role":"system","content":"be brief"}"""));
    }

    [Test]
    public async Task Picture_is_sent_inline()
    {
        await Client().GetResponseAsync([new ChatMessage(ChatRole.User, [new TextContent("what is it?"), new DataContent(s_picture, "image/png")])]);

        Assert.That(
            Vendor.Requests.Single().Field("messages")!.Value[0].GetProperty("content")[1].GetProperty("image_url").GetProperty("url").GetString(),
            Is.EqualTo("data:image/png;base64,AQID"));
    }

    private static IEnumerable<ChatMessage> Unsendable =>
    [
        new(ChatRole.Tool, [new FunctionResultContent("call", "42")]),
        new(ChatRole.User, [new DataContent(s_picture, "audio/wav")]),
        new(new ChatRole("narrator"), "once upon a time"),
    ];

    [TestCaseSource(nameof(Unsendable))]
    public async Task What_cannot_be_sent_is_refused_before_anything_is(ChatMessage message)
    {
        var client = Client();

        var refused = await Assert.ThrowsAsync<VendorException>(() => client.GetResponseAsync([message]));

        Assert.That((refused!.Code, refused.Reason, refused.MayHaveBeenCharged), Is.EqualTo((ErrorCode.RequestRefused, (Core.Profiles.FailureReason?)null, false)));
        Assert.That(Vendor.Requests, Is.Empty);
    }
}
