// SPDX-License-Identifier: Apache-2.0
// The steps of scenario.js for groups and rooms: what the vendor's SDK does in them, and what it is told.
window.groupSteps = ({ signedIn, rest, refusal, expect, sleep, WebIM }) => {
    const group = async (body) => (await rest('POST', '/chatgroups', { public: true, owner: 'alice', ...body })).data.groupid;
    const said = (to, msg, chatType) => WebIM.message.create({ type: 'txt', chatType, to, msg });
    const event = async (conn, name, operation, count = 1) => {
        for (let i = 1; ; ++i) {
            const { value } = await conn.next(name, i);
            if (value.operation === operation && --count === 0) return value;
        }
    };
    return {
        'a group made by the SDK, its members and roles': async () => {
            const alice = await signedIn('alice');
            const bob = await signedIn('bob');
            const made = await alice.createGroupVNext({ groupName: 'team', description: 'x', members: ['bob'], isPublic: true, maxMemberCount: 50 });
            const { groupId } = made.data;
            const joined = await event(bob, 'onGroupEvent', 'directJoined');
            expect(joined.id === groupId && joined.name === 'team' && joined.from === 'alice', JSON.stringify(joined));
            const info = (await bob.getGroupInfo({ groupId })).data[0];
            expect(info.owner === 'alice' && info.affiliations_count === 2 && info.maxusers === 50 && info.name === 'team', JSON.stringify(info));
            const members = (await bob.getGroupMembers({ groupId, limit: 1 })).data;
            expect(members.members[0].userId === 'alice' && members.members[0].role === 'owner' && members.cursor, JSON.stringify(members));
            const more = (await bob.getGroupMembers({ groupId, limit: 1, cursor: members.cursor })).data;
            expect(more.members[0].userId === 'bob' && more.members[0].role === 'member' && more.members[0].joinedTime > 0, JSON.stringify(more));
            await refusal(bob.setGroupAdmin({ groupId, username: 'bob' }));
            await alice.setGroupAdmin({ groupId, username: 'bob' });
            expect((await event(bob, 'onGroupEvent', 'setAdmin')).id === groupId, 'not told');
            expect((await alice.getGroupAdmin({ groupId })).data.join() === 'bob', 'no admin');
            await alice.updateGroupAnnouncement({ groupId, announcement: 'hear, hear' });
            expect((await event(bob, 'onGroupEvent', 'updateAnnouncement')).announcement === 'hear, hear', 'no announcement');
            await alice.modifyGroup({ groupId, groupName: 'crew' });
            expect((await event(bob, 'onGroupEvent', 'updateInfo')).detail.name === 'crew', 'not renamed');
            await bob.setGroupMemberAttributes({ groupId, userId: 'bob', memberAttributes: { nick: 'Bo' } });
            const nick = await event(alice, 'onGroupEvent', 'memberAttributesUpdate');
            expect(nick.userId === 'bob' && nick.attributes.nick === 'Bo', JSON.stringify(nick));
            expect((await alice.getGroupMemberAttributes({ groupId, userId: 'bob' })).data.nick === 'Bo', 'not kept');
            const list = (await bob.getJoinedGroups({ pageNum: 0, pageSize: 20, needAffiliations: true, needRole: true })).entities;
            expect(list.some((entry) => entry.groupId === groupId && entry.role === 'admin' && entry.groupName === 'crew'), JSON.stringify(list));
            await alice.changeGroupOwner({ groupId, newOwner: 'bob' });
            await event(bob, 'onGroupEvent', 'changeOwner');
            await refusal(alice.destroyGroup({ groupId }));
            await bob.destroyGroup({ groupId });
            await event(alice, 'onGroupEvent', 'destroy');
            expect((await refusal(alice.getGroupInfo({ groupId }))).type !== undefined, 'still there');
        },
        'joining, leaving, inviting and removing': async () => {
            const alice = await signedIn('alice');
            const bob = await signedIn('bob');
            const open = await group({ groupname: 'open' });
            await bob.joinGroup({ groupId: open, message: 'hi' });
            expect((await event(alice, 'onGroupEvent', 'memberPresence')).from === 'bob', 'not told of the join');
            await bob.leaveGroup({ groupId: open });
            expect((await event(alice, 'onGroupEvent', 'memberAbsence')).from === 'bob', 'not told of the leave');
            const asking = await group({ groupname: 'asking', membersonly: true, invite_need_confirm: true });
            await bob.joinGroup({ groupId: asking, message: 'please' });
            const wish = await event(alice, 'onGroupEvent', 'requestToJoin');
            expect(wish.from === 'bob' && wish.reason === 'please', JSON.stringify(wish));
            await alice.rejectGroupJoinRequest({ groupId: asking, applicant: 'bob', reason: 'no' });
            await event(bob, 'onGroupEvent', 'joinPublicGroupDeclined');
            await bob.joinGroup({ groupId: asking, message: 'pretty please' });
            await event(alice, 'onGroupEvent', 'requestToJoin', 2);
            await alice.acceptGroupJoinRequest({ groupId: asking, applicant: 'bob' });
            await event(bob, 'onGroupEvent', 'acceptRequest');
            await alice.removeGroupMember({ groupId: asking, username: 'bob' });
            await event(bob, 'onGroupEvent', 'removeMember');
            const [invited] = (await alice.inviteUsersToGroup({ groupId: asking, users: ['bob'] })).data;
            expect(invited.result && invited.user === 'bob', JSON.stringify(invited));
            await event(bob, 'onGroupEvent', 'inviteToJoin');
            await bob.acceptGroupInvite({ groupId: asking, invitee: 'bob' });
            await event(alice, 'onGroupEvent', 'acceptInvite');
            await alice.blockGroupMember({ groupId: asking, username: 'bob' });
            await refusal(bob.joinGroup({ groupId: asking, message: 'again' }));
            await alice.unblockGroupMember({ groupId: asking, username: 'bob' });
            await event(bob, 'onGroupEvent', 'unblockMember');
        },
        'group messages, live, offline and recalled': async () => {
            const alice = await signedIn('alice');
            const bob = await signedIn('bob');
            const id = await group({ groupname: 'talk', members: ['bob', 'carol'] });
            const { serverMsgId } = await alice.send(said(id, 'to all', 'groupChat'));
            const { value } = await bob.next('onTextMessage');
            expect(value.id === serverMsgId && value.msg === 'to all' && value.from === 'alice' && value.to === id && value.chatType === 'groupChat', JSON.stringify(value));
            const carol = await signedIn('carol');
            expect((await carol.next('onTextMessage')).value.id === serverMsgId, 'not kept for carol');
            await alice.recallMessage({ mid: serverMsgId, to: id, chatType: 'groupChat' });
            expect((await bob.next('onRecallMessage')).value.mid === serverMsgId, 'not recalled');
            const byRest = await rest('POST', '/messages/chatgroups', { from: 'carol', to: [id], type: 'txt', body: { msg: 'by REST' } });
            expect((await bob.next('onTextMessage', 2)).value.id === byRest.data[id], 'not by REST');
            expect((await refusal((await signedIn('dave')).send(said(id, 'let me in', 'groupChat')))).type === 602, 'a stranger wrote');
            expect((await refusal(alice.send(said('99', 'x', 'groupChat')))).type === 605, 'to no group');
            await alice.muteGroupMember({ groupId: id, username: 'bob', muteDuration: 60_000 });
            expect((await event(bob, 'onGroupEvent', 'muteMember')).muteTimestamp > Date.now(), 'for how long?');
            expect((await refusal(bob.send(said(id, 'mmh', 'groupChat')))).type === 507, 'wrote although muted');
            expect((await bob.isInGroupMutelist({ groupId: id })).data === true, 'not on the list');
            await alice.unmuteGroupMember({ groupId: id, username: 'bob' });
            await alice.disableSendGroupMsg({ groupId: id });
            await event(bob, 'onGroupEvent', 'muteAllMembers');
            await refusal(bob.send(said(id, 'mmh', 'groupChat')));
            await alice.addUsersToGroupAllowlist({ groupId: id, users: ['bob'] });
            await bob.send(said(id, 'I may', 'groupChat'));
            await alice.next('onTextMessage', 2);
        },
        'a room: join, talk, leave': async () => {
            const alice = await signedIn('alice');
            const bob = await signedIn('bob');
            const roomId = (await rest('POST', '/chatrooms', { name: 'lobby', description: 'all', owner: 'alice', maxusers: 3 })).data.id;
            const rooms = (await bob.getChatRooms({ pagenum: 1, pagesize: 20 })).data;
            expect(rooms.some((room) => room.id === roomId && room.owner === 'alice'), JSON.stringify(rooms));
            await bob.joinChatRoom({ roomId });
            expect((await event(alice, 'onChatroomEvent', 'memberPresence')).from === 'bob', 'not told');
            const { serverMsgId } = await bob.send(said(roomId, 'hello room', 'chatRoom'));
            const { value } = await alice.next('onTextMessage');
            expect(value.id === serverMsgId && value.chatType === 'chatRoom' && value.to === roomId, JSON.stringify(value));
            expect((await bob.getJoinedChatRooms({ pageNum: 1, pageSize: 20 })).data[0].owner === 'alice', 'not in the list');
            const byRest = await rest('POST', '/messages/chatrooms', { from: 'admin', to: [roomId], type: 'txt', body: { msg: 'ad' } });
            expect((await bob.next('onTextMessage')).value.id === byRest.data[roomId], 'not by REST');
            await bob.setChatRoomAttributes({ chatRoomId: roomId, attributes: { theme: 'dark' } });
            expect((await event(alice, 'onChatroomEvent', 'updateChatRoomAttributes')).attributes.theme === 'dark', 'not told');
            expect((await alice.getChatRoomAttributes({ chatRoomId: roomId })).data.theme === 'dark', 'not kept');
            await bob.removeChatRoomAttributes({ chatRoomId: roomId, attributeKeys: ['theme'] });
            expect((await event(alice, 'onChatroomEvent', 'removeChatRoomAttributes')).attributes.join() === 'theme', 'not told');
            await alice.muteChatRoomMember({ chatRoomId: roomId, username: 'bob', muteDuration: 60_000 });
            await event(bob, 'onChatroomEvent', 'muteMember');
            await refusal(bob.send(said(roomId, 'mmh', 'chatRoom')));
            await bob.leaveChatRoom({ roomId });
            await event(alice, 'onChatroomEvent', 'memberAbsence');
            expect((await refusal(bob.send(said(roomId, 'gone', 'chatRoom')))).type === 602, 'wrote from outside');
            const unknown = await refusal(bob.joinChatRoom({ roomId: '1' }));
            expect(unknown.type === 705, `type ${unknown.type}`);
            await rest('DELETE', `/chatrooms/${roomId}`);
            await event(alice, 'onChatroomEvent', 'destroy');
            await sleep(50);
        },
    };
};
